'use client';

import { useEffect, useState } from 'react';
import { resetContactCard } from 'bx24-contact-card';

export default function Page() {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const webhook = new URLSearchParams(location.search).get('webhook');
    const show = ({ result }) => setSaid(`reset: ${result}`);
    resetContactCard('P', 6, { connection: { webhook } }).then(show, (error) => setSaid(`${error}`));
  }, []);
  return <output>{said}</output>;
}
