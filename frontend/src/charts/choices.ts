/** A native control that chooses among charts which were computed when the book was built. */
function namesOf(control: HTMLInputElement | HTMLSelectElement): string[] {
  if (control instanceof HTMLSelectElement) return [...control.options].map(({ text }) => text);
  return JSON.parse(control.dataset.options!) as string[];
}

export function connect(group: HTMLElement) {
  const control = group.querySelector<HTMLInputElement | HTMLSelectElement>("select, input")!;
  const said = group.querySelector("output")!;
  const charts = [...group.querySelectorAll<HTMLElement>(".tp-chart")];
  const names = namesOf(control);
  const show = () => {
    const chosen = Number(control.value);
    charts.forEach((chart, place) => (chart.hidden = place !== chosen));
    said.textContent = names[chosen]!;
    if (control.type === "range") control.setAttribute("aria-valuetext", names[chosen]!);
  };
  control.addEventListener("input", show);
  group.querySelector<HTMLElement>(".tp-choices-control")!.hidden = false;
  show();
  group.dataset.live = "";
}
