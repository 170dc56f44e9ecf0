// An organisation's sign-in as tests need it: anybody is who they say, whatever the password.
//
//   node provider.mjs PORT SERVICE NAME [token|userinfo]    SERVICE is where people come back to, NAME its name there
//
// Somebody who signs in as "chef@annan.example" gets that address, whether or not this organisation answers for it;
// "ej-verifierad…" is said not to be verified.
import { Provider } from 'oidc-provider';

const [port, service, name, emailIn = 'token'] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, {
  clients: [{
    client_id: 'annualcycle', client_secret: 'a secret for tests alone, of forty letters',
    redirect_uris: [`${service}/signin-oidc/${name}`], grant_types: ['authorization_code'], response_types: ['code'],
  }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: emailIn === 'userinfo',
  pkce: { required: () => true },
  findAccount: (context, id) => ({
    accountId: id,
    claims: () => ({ sub: `subject of ${id}`, email: id, email_verified: !id.startsWith('ej-verifierad'), name: id }),
  }),
  features: { devInteractions: { enabled: true } },
  cookies: { keys: ['for tests alone'] },
});
provider.on('server_error', (context, error) => console.error(error));
provider.listen(Number(port), '127.0.0.1', () => console.log('open'));
