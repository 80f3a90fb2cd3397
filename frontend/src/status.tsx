/** The one polite status line of a widget: one message an action. */
import { useCallback, useState } from "preact/hooks";

export function useStatus() {
  const [message, setMessage] = useState("");
  const say = useCallback((text: string) => {
    if (text) setMessage(text);
  }, []);
  const element = (
    <div class="tp-status" role="status">
      {message}
    </div>
  );
  return { element, say };
}
