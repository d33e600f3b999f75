'use client';

import { useActionState } from 'react';
import { reset } from './actions';

export default function Page() {
  const [said, action] = useActionState(reset, '');
  return <form action={action}><button>Reset</button><output>{said}</output></form>;
}
