/** What esbuild turns JSX into (`--inject`): the classic form is 2 kB smaller than the automatic one. */
export { Fragment, h } from "preact";
