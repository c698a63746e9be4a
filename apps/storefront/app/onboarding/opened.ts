import { type ApplicationDetail, getMe, getMyApplication, Id, type MeView } from '@chophien/contracts';
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

/** What can still be changed by the household itself. */
export const isOpen = ({ status, may }: Pick<ApplicationDetail, 'status' | 'may'>): boolean =>
  (status === 'draft' || status === 'returned') && may.includes('prepare');

/** What is changed without being handed in again: papers, tax code, where money goes. */
export const isRunning = ({ status, may }: Pick<ApplicationDetail, 'status' | 'may'>): boolean =>
  status !== 'closed' && may.includes('prepare');
