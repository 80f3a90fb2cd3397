// A sheet is printed alone: nobody needs the chapter on paper for one form.
for (const sheet of document.querySelectorAll(".tp-sheet")) {
  const title = sheet.querySelector("h3").firstChild.textContent.trim();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tp-print-sheet";
  button.textContent = "Print this sheet";
  button.setAttribute("aria-label", `Print this sheet: ${title}`);
  button.addEventListener("click", () => {
    sheet.dataset.alone = "";
    addEventListener("afterprint", () => delete sheet.dataset.alone, { once: true });
    print();
  });
  sheet.append(button);
}
