package city.plaza.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.suite.Suite;

/** The requests that residents send most. */
final class Visits {

	private Visits() {
	}

	/** Pages: signed out and signed in. */
	static List<Request> pages(Suite suite) throws IOException, InterruptedException {
		Map<String, String> signedIn = Map.of("Cookie", suite.residentCookie());
		return List.of(Request.get(suite.gateway("/")), Request.get(suite.gateway("/sign-in")),
				Request.get(suite.gateway("/customers/100234/bills"), signedIn),
				Request.get(suite.gateway("/bills/62825"), signedIn));
	}

	/** The mobile app's: a customer's bills. */
	static List<Request> api(Suite suite) throws InterruptedException {
		return List
			.of(Request.get(suite.gateway(suite.bills()), Map.of("Authorization", "Bearer " + suite.residentToken())));
	}

}
