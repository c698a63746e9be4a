import { notFound } from '@chophien/site';
import type { Route } from './+types/not-found';

export const loader = ({ context }: Route.LoaderArgs): null => {
  return notFound(context);
};

export const action = loader;

export default function NotFound() {
  return null;
}
