/**
 * A place for what comes and goes beside the figure. Style sheets of the host ask of every element whether it is the
 * first or last child: where a neighbour stops being it, all of the figure below it is styled anew, which takes a phone
 * 20 ms. So the first and the last child always stay, and have no box of their own.
 */
import type { ComponentChildren } from "preact";

export const Slot = ({ children }: { children: ComponentChildren }) => <div class="tp-slot">{children}</div>;
