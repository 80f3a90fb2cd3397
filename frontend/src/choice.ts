/** What is chosen in some fields, and the address that keeps it: `#topic=low-back-pain&verdict=wrong`. */
export type Field = HTMLInputElement | HTMLSelectElement;

/** `fields` by the names that they have in the address. */
export function choice(fields: Readonly<Record<string, Field>>) {
  const all = Object.entries(fields);
  const chosen = () => all.filter(([, field]) => field.value.trim());

  /** Put the choice into the address, in the place of the one before: the Back key leaves the page. */
  function keep() {
    const written = new URLSearchParams(chosen().map(([name, field]) => [name, field.value.trim()]));
    history.replaceState(history.state, "", written.size ? `#${written}` : location.pathname + location.search);
  }

  /** Take the choice from the address; one that has none leaves it as it is, and gives false. */
  function read(): boolean {
    const written = new URLSearchParams(location.hash.slice(1));
    if (![...written.keys()].some((name) => Object.hasOwn(fields, name))) return false;
    for (const [name, field] of all) {
      field.value = written.get(name) ?? "";
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = ""; // no such choice
    }
    return true;
  }

  function reset() {
    for (const [, field] of all) field.value = "";
  }

  return { chosen, keep, read, reset };
}
