package city.plaza.local;

import city.plaza.local.topology.Accounts;
import city.plaza.local.topology.Port;

/** What to see and to try in a suite. */
final class Guide {

	private Guide() {
	}

	static String text(Place place) {
		String gateway = place.ports().gatewayUrl();
		return """

				  Plaza            %1$s
				  Its emails       %8$s/dev/inbox
				  Its API          %1$s/api/docs
				  Eureka           http://localhost:%2$d (operator, dev-only-eureka-operator)

				  Register with any address (the code lands in the inbox), or sign in as
				    resident       %3$s  %4$s
				    finance        %5$s  %6$s
				    administrator  %9$s  %10$s
				  Continue with    Test ID or Other ID: any name, and as claims
				                   {"email": "you@example.com", "email_verified": true}
				  Link             customer 100234, or account 100234-001; name EXAMPLE CUSTOMER
				  Look at          Manage bills as of 6/15/2021: bills 62825 and 62826, 250.00 each
				  Pay with         4242 4242 4242 4242 accepted, 4000 0000 0000 0002 declined,
				                   4000 0000 0000 0119 fails; any date to come, any code

				  ./plaza demo walks through all of it. Ctrl-C or ./plaza down stops everything;
				  data stays in %7$s.
				""".formatted(gateway, place.ports().of(Port.DISCOVERY), Accounts.RESIDENT_EMAIL,
				Accounts.RESIDENT_PASSWORD, Accounts.STAFF_EMAIL, Accounts.STAFF_PASSWORD, place.home().directory(),
				place.inbox(), Accounts.ADMINISTRATOR_EMAIL, Accounts.ADMINISTRATOR_PASSWORD);
	}

}
