/** What is chosen, one small button each that takes it away again. It stands below the figure. */
interface Props {
  keys: readonly string[];
  nameOf(key: string): string | undefined;
  locked?: boolean;
  onRemove(key: string): void;
}

export function Picks({ keys, nameOf, locked = false, onRemove }: Props) {
  return (
    <div class="tp-picks">
      <strong>Chosen:</strong> {!keys.length && "nothing yet"}
      {keys.length > 0 && (
        <ul>
          {keys.map((key) => (
            <li key={key}>
              {locked ? (
                (nameOf(key) ?? key)
              ) : (
                <button type="button" data-pick={key} onClick={() => onRemove(key)}>
                  <span class="tp-unseen">Take away: </span>
                  {nameOf(key) ?? key} <span aria-hidden="true">×</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
