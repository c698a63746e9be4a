import { type AnswerItem, type ApplicationDetail, getMe, getMyApplication, Id, type MeView } from '@chophien/contracts';
import { notFound, visitor } from '@chophien/site';
import type { RouterContextProvider } from 'react-router';

/** What the framework hands to a loader or an action of a page below one application. */
export interface Opening {
  context: Readonly<RouterContextProvider>;
  params: { id?: string };
}

/** The application of an address, as the one who asks may see it; anybody else's is not found. */
export const openApplication = ({ context, params }: Opening): Promise<ApplicationDetail> => {
  const id = Id.safeParse(params.id);
  if (!id.success) return notFound(context);
  return context.get(visitor).read(getMyApplication, { params: { id: id.data } });
};

/** The same with who is asking: what a phone keeps unsent is kept for one person. */
export const openWithMe = async (opening: Opening): Promise<{ application: ApplicationDetail; me: MeView }> => {
  const [application, me] = await Promise.all([openApplication(opening), opening.context.get(visitor).read(getMe)]);
  return { application, me };
};

/** Whether it can still be handed in: everything in it can be changed. */
export const isOpen = ({ status, may }: Pick<ApplicationDetail, 'status' | 'may'>): boolean =>
  (status === 'draft' || status === 'returned') && may.includes('prepare');

/** What an approved stall never changes: another kind, or a move, is another producer. */
const settled = new Set<AnswerItem>(['kind', 'commune']);

/** Whether an answer can be changed, now or by an officer's leave. */
export const mayAnswer = (application: Pick<ApplicationDetail, 'status' | 'may'>, item: AnswerItem): boolean =>
  isOpen(application) || (application.may.includes('prepare') && !settled.has(item));

/** Whether changing an answer waits for an officer to agree: what buyers know an approved stall by. */
export const isWish = (application: Pick<ApplicationDetail, 'status' | 'may'>, item: AnswerItem): boolean =>
  !isOpen(application) && (item === 'name' || item === 'head');

/** Whether papers, identity and where money goes can still be given: always, until it is closed. */
export const isRunning = ({ status }: Pick<ApplicationDetail, 'status'>): boolean => status !== 'closed';
