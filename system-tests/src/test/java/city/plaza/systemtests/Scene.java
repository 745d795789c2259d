package city.plaza.systemtests;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import city.plaza.local.api.Answer;
import city.plaza.local.api.Client;
import city.plaza.local.api.Finance;
import city.plaza.local.api.InboxReader;
import city.plaza.local.api.Poll;
import city.plaza.local.api.Residents;
import city.plaza.local.demo.Pair;
import tools.jackson.databind.JsonNode;

/** A resident of their own for each test, with a customer and two bills of 250.00. */
final class Scene {

	static final String PASSWORD = "dev-only-a-long-passphrase";

	static final Duration LIMIT = Duration.ofMinutes(4);

	final Pair pair = Pair.fresh();

	final String email = "scene-" + this.pair.run() + "@fairhaven.example";

	final InboxReader inbox;

	final Residents residents;

	private final RunningSuite suite;

	Scene(RunningSuite suite) {
		this.suite = suite;
		this.inbox = new InboxReader(suite.gateway());
		this.residents = new Residents(Client.of(suite.gateway()), this.inbox);
	}

	void importPair() throws InterruptedException {
		Finance finance = new Finance(this.residents.signIn(this.suite.financeEmail(), this.suite.financePassword()));
		finance.bring("customers", this.pair.customersCsv()).clean();
		finance.bring("bills", this.pair.billsCsv()).clean();
	}

	Client register() throws InterruptedException {
		return this.residents.registerWhole(this.email, PASSWORD, "Sam", "Scene");
	}

	Client registerAndLink() throws InterruptedException {
		importPair();
		Client resident = register();
		Poll.until("the link", Duration.ofSeconds(20), Duration.ofSeconds(5),
				() -> resident.post("/api/v1/customer-links",
						Map.of("number", this.pair.customer(), "name", this.pair.name())),
				answer -> answer.status() == 201);
		Poll.until("the bills", LIMIT, () -> bills(resident), answer -> answer.status() == 200);
		return resident;
	}

	Answer startPayment(Client resident) throws InterruptedException {
		Map<String, Object> amount = Map.of("amount", 25_000, "currency", "USD");
		return resident
			.post("/api/v1/payments", Map.of("Idempotency-Key", UUID.randomUUID().toString()),
					Map.of("allocations", List.of(Map.of("billNumber", this.pair.firstBill(), "amount", amount))))
			.expect(201);
	}

	Answer bills(Client resident) throws InterruptedException {
		return resident.get("/api/v1/customers/" + this.pair.customer() + "/bills");
	}

	boolean isPending(Client resident) throws InterruptedException {
		for (JsonNode item : bills(resident).json().path("items")) {
			if (item.path("billNumber").asString("").equals(this.pair.firstBill())) {
				return item.path("pendingWebPayment").asBoolean(false);
			}
		}
		return false;
	}

}
