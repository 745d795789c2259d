package city.plaza.benchmarks;

import java.time.Duration;
import java.util.List;

import city.plaza.benchmarks.load.Clients;
import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.load.Sample;
import city.plaza.benchmarks.suite.Suite;

/** So few that their times are those of the work, not of a queue before it. */
final class FewClients {

	static final int COUNT = 4;

	private FewClients() {
	}

	/** They send the requests in turn until the time is over. */
	static Sample run(List<Request> requests, Duration duration) {
		try (Clients clients = new Clients(COUNT, COUNT)) {
			return Sample.of(clients.run(duration, requests));
		}
	}

	/** The address of a customer's bills at billing-service itself. */
	static String bills(Suite suite, String customer) {
		return suite.service("billing-service", "/api/v1/customers/" + customer + "/bills");
	}

}
