// On a wide screen the menu button folds the sidebar away; on a narrow one the theme opens it as a dialog.
const button = document.querySelector(".primary-toggle");
const sidebar = document.querySelector("#pst-primary-sidebar");
const wide = matchMedia("(min-width: 992px)"); // the theme's own breakpoint

function label() {
  if (wide.matches) button.setAttribute("aria-expanded", String(!sidebar.classList.contains("pst-sidebar-hidden")));
  else button.removeAttribute("aria-expanded");
}

if (button && sidebar) {
  button.addEventListener(
    "click",
    (event) => {
      if (!wide.matches) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      sidebar.classList.toggle("pst-sidebar-hidden");
      label();
    },
    true,
  );
  wide.addEventListener("change", label);
  label();
}

// The contents of a page are a dialog on a phone: it closes when a heading is chosen, gives the focus back
// to its button, and someone who chose a heading then reads on from the heading.
document.addEventListener("click", (event) => {
  const link = event.target.closest("dialog a[href^='#']");
  const section = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!section) return;
  const dialog = link.closest("dialog");
  const goOn = () => {
    const place = section.querySelector("h1, h2, h3, h4, h5, h6") ?? section;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    section.scrollIntoView();
  };
  dialog.addEventListener("close", goOn, { once: true });
  dialog.close();
});
