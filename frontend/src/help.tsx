/** How the map is used, at its end in every page and every mode (WCAG 3.2.6, consistent help). */
export const Help = () => (
  <details class="tp-help">
    <summary>Help with this map</summary>
    <ul>
      <li>The list holds all that the figure holds. Search it by name, by another word, or by where it hurts.</li>
      <li>
        By touch or mouse: press a place on the figure. Two fingers, or the buttons + and −, enlarge it; the buttons with arrows
        move it.
      </li>
      <li>
        By keyboard: Tab goes to the figure, arrow keys go from place to place, Page Up and Page Down to another part of the
        body. Enter chooses, + and − enlarge, Escape leads back to the list. None of these keys acts outside the figure.
      </li>
      <li>With a screen reader: what a choice did is said below. What the figure shows stands in words after it.</li>
      <li>In pain now? “Where does it hurt?” asks first whether it needs a doctor. The map finds no disease.</li>
    </ul>
  </details>
);
