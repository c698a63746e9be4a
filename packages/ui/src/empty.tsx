import type { ReactNode } from 'react';

/** Nothing here, said kindly, with a way on. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="panel text-center py-8">
    <p className="text-lg font-bold">{title}</p>
    <div className="mt-2">{children}</div>
  </div>
);
