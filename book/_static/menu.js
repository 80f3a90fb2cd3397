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
