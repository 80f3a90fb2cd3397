/** What each action is called: the heading of its group, and what to do when one of its signs is there. */
import type { RedFlag } from "../atlas";

export const HEADINGS: Record<RedFlag["action"], string> = {
  call_emergency: "Call an ambulance",
  same_day_medical: "See a doctor today",
  stop_and_refer: "Get help before any treatment",
  modify_and_ask: "Treat with care",
};

export const TO_DO: Record<RedFlag["action"], string> = {
  call_emergency: "Stop. Call an ambulance now.",
  same_day_medical: "Stop. See a doctor today.",
  stop_and_refer: "Stop. No treatment before a doctor or other help has been asked.",
  modify_and_ask: "Go on with care: change the plan, and ask first.",
};

/** The same in few words, where the sign stands ticked. */
export const TICKED: Record<RedFlag["action"], string> = {
  call_emergency: "call an ambulance",
  same_day_medical: "see a doctor today",
  stop_and_refer: "get help before any treatment",
  modify_and_ask: "treat with care",
};
