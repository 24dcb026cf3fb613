"""A real OpenID provider for tests (oidc-provider-mock), and the person who signs in there.

  openid.py serve               prints its issuer; ends with its standard input
  openid.py sign-in ADDRESS     opens the page that the browser was sent to, says yes as `p-17`, and prints the address that the browser is sent back to
"""

import sys
import urllib.parse
import urllib.request
import warnings

warnings.simplefilter("ignore")


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def serve() -> None:
    import oidc_provider_mock

    user = oidc_provider_mock.User(sub="p-17", claims={"email": "p17@voorbeeld.example", "name": "Persoon Zeventien"})
    with oidc_provider_mock.run_server_in_thread(user_claims=[user], require_nonce=True) as server:
        print(f"http://localhost:{server.server_port}", flush=True)
        sys.stdin.read()


def sign_in(address: str) -> None:
    form = urllib.parse.urlencode({"sub": "p-17", "action": "authorize"}).encode()
    try:
        urllib.request.build_opener(NoRedirect).open(address, form, timeout=20)
    except urllib.error.HTTPError as answer:
        print(answer.headers["Location"])


if __name__ == "__main__":
    serve() if sys.argv[1] == "serve" else sign_in(sys.argv[2])
