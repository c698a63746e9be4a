import { Icon } from '@chophien/ui';
// oxlint-disable-next-line import/default -- Vite gives the address of the built script as the default
import enhance from './enhance/enhance.ts?worker&url';

/** The small script of a page that has something for it to help with; every such page is complete without it. */
export const Enhance = () => <script src={enhance} defer />;

/** Hands the page on to Zalo and others by the phone's own sheet. Without a script there is nothing to press. */
export const Share = ({ title }: { title: string }) => (
  <>
    <button type="button" className="button" data-share={title} hidden>
      <Icon name="share" />
      Chia sẻ
    </button>
    <Enhance />
  </>
);
