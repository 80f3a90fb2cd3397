/**
 * The charts of a page: drawn when they come near, in the colours of the page's theme, and chosen among.
 *
 * Another script may give a chart a new figure (`put` of `figure.ts`), and hears `tp-point` (its detail: the
 * customdata of a mark) when somebody clicks one.
 */
import { connect } from "./choices";
import { start } from "./draw";
import { closeFolds } from "./folds";

closeFolds();
document.querySelectorAll<HTMLElement>(".tp-choices").forEach(connect);
start(document.querySelectorAll<HTMLElement>(".tp-chart"));
