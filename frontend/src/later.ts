/** Work that an answer need not wait for: it is done after the next paint. */
import { useEffect, useState } from "preact/hooks";

/** Return what `make` gives for these inputs; undefined until then. */
export function useLater<T>(make: () => T, inputs: readonly unknown[]): T | undefined {
  const [made, setMade] = useState<{ inputs: readonly unknown[]; value: T }>();
  useEffect(() => setMade({ inputs, value: make() }), inputs);
  return made?.inputs.every((input, at) => input === inputs[at]) ? made.value : undefined;
}
