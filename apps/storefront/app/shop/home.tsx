import { Page } from '@chophien/ui';
export default function Home() {
  return (
    <Page title="Nhà" description="x">
      <h1>Chào</h1>
    </Page>
  );
}
