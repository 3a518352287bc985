import { Component, type JSX, type ReactNode } from 'react';
import { SystemScreen } from './system-screen.tsx';

/**
 * Catches a defect of any screen below, once, and shows that it is one, or `instead`: never a
 * half-drawn verdict.
 */
export class DefectBoundary extends Component<
  { readonly children: ReactNode; readonly instead?: ReactNode },
  { readonly hasFailed: boolean }
> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return this.props.instead ?? <Defect />;
  }
}

function Defect(): JSX.Element {
  return (
    <SystemScreen
      kind="closed"
      word={(w) => w.screen.defect}
      wayBack={(w) => w.screen['defect-way-back']}
      action={{
        says: (w) => w.screen.reload,
        onPress: () => {
          location.reload();
        },
      }}
    />
  );
}
