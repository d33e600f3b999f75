// A portal that grants every call, and tells how many preflights it was asked for.
import { createServer } from 'node:http';

let preflights = 0;
const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'origin, content-type, accept' };
createServer((request, response) => {
  preflights += Number(request.method === 'OPTIONS');
  request.resume().on('end', () => {
    response.writeHead(200, headers).end(JSON.stringify(request.method === 'POST' ? { result: true } : preflights));
  });
}).listen(Number(process.env.PORT), process.env.HOST);
