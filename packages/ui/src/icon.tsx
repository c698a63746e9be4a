/** The shapes of `icons.css`. */
export type IconName =
  | 'search'
  | 'basket'
  | 'store'
  | 'sun'
  | 'shade'
  | 'cold'
  | 'snow'
  | 'phone'
  | 'camera'
  | 'box'
  | 'truck'
  | 'check'
  | 'warn'
  | 'pin'
  | 'mail'
  | 'plus'
  | 'share';

/** Never alone: a word stands beside it, so it says nothing to a screen reader. */
export const Icon = ({ name }: { name: IconName }) => <i className={`i i-${name}`} aria-hidden="true" />;
