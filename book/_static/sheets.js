// A sheet is printed alone: nobody needs the chapter on paper for one form.
function printAlone(sheet) {
  const around = [];
  for (let one = sheet.parentElement; one; one = one.parentElement) around.push(one);
  const mark = (on) => {
    sheet.toggleAttribute("data-alone", on);
    for (const one of around) one.toggleAttribute("data-around", on);
  };
  mark(true);
  addEventListener("afterprint", () => mark(false), { once: true });
  print();
}

for (const sheet of document.querySelectorAll(".tp-sheet")) {
  const title = sheet.querySelector("h3").firstChild.textContent.trim();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tp-print-sheet";
  button.textContent = "Print this sheet";
  button.setAttribute("aria-label", `Print this sheet: ${title}`);
  button.addEventListener("click", () => printAlone(sheet));
  sheet.append(button);
}
