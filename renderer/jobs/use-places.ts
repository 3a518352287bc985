import { useCallback, useEffect, useState } from 'react';
import type { Query, QueryValues } from '#kiosk/contract';
import type { LiveKiosk } from '../connect/connect-kiosk.ts';

type PlacesQuery = Extract<
  Query,
  { readonly kind: 'export-places' | 'bundle-places' }
>;

/** Where a file may go or come from; undefined until the service has looked. */
export function usePlaces<Q extends PlacesQuery>(
  kiosk: LiveKiosk,
  query: Q,
): {
  readonly places: QueryValues[Q['kind']] | undefined;
  readonly lookAgain: () => void;
} {
  const [places, setPlaces] = useState<QueryValues[Q['kind']]>();
  const [look, setLook] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void kiosk.ask(query).then((reply) => {
      // No answer lists nothing; looking again is the way back from either.
      if (isWanted) setPlaces(reply.ok ? reply.value : noPlaces);
    });
    return () => {
      isWanted = false;
    };
  }, [kiosk, query, look]);
  return {
    places,
    lookAgain: useCallback(() => {
      setLook((before) => before + 1);
    }, []),
  };
}

const noPlaces: readonly never[] = [];
