import { listQueues } from '@chophien/contracts';
import { visitor } from '@chophien/site';
import { Badge, Crumbs, Page, when } from '@chophien/ui';
import { whole } from '../figures/headline.tsx';
import { needs } from '../official.ts';
import type { Route } from './+types/queues';
import { inOrder, oldestWords, queueWords } from './queue-words.ts';

export async function loader({ context }: Route.LoaderArgs) {
  await needs(context, 'queue.read');
  const { items } = await context.get(visitor).read(listQueues);
  return { items: inOrder(items), at: new Date().toISOString() };
}

export default function Queues({ loaderData: { items, at } }: Route.ComponentProps) {
  return (
    <Page title="Việc của tôi" hidden>
      <Crumbs links={[{ href: '/', word: 'Tổng quan' }]} />
      <h1>Việc của tôi</h1>
      <p className="field-hint">Số lúc {when(at)}. Việc trễ hẹn đứng đầu, rồi đến việc chờ lâu nhất.</p>
      <section className="tiles" aria-label="Việc đang chờ">
        {items.map(({ id, total, late, oldestDays }) => (
          <a key={id} className="tile" href={queueWords[id].href}>
            <span>{queueWords[id].word}</span>
            <span className="text-3xl">{whole(total)}</span>
            <small>{total === 0 ? 'Không còn việc nào' : oldestWords(oldestDays)}</small>
            {late > 0 && (
              <span>
                <Badge tone="bad">{whole(late)} trễ hẹn</Badge>
              </span>
            )}
          </a>
        ))}
      </section>
    </Page>
  );
}
