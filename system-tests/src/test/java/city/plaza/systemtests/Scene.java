package city.plaza.systemtests;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import city.plaza.client.Allocation;
import city.plaza.client.BillList;
import city.plaza.client.FinanceClient;
import city.plaza.client.InboxClient;
import city.plaza.client.Money;
import city.plaza.client.NewResident;
import city.plaza.client.PlazaClient;
import city.plaza.client.Poll;
import city.plaza.client.ResidentClient;
import city.plaza.client.StartedPayment;
import city.plaza.demo.DemoCustomer;
import city.plaza.demo.HostedPage;

/** A resident of their own for each test, with a customer and two bills of 250.00. */
final class Scene {

	static final String PASSWORD = "dev-only-a-long-passphrase";

	static final Duration LIMIT = Duration.ofMinutes(4);

	final DemoCustomer customer = DemoCustomer.fresh();

	final String email = "scene-" + this.customer.run() + "@fairhaven.example";

	final InboxClient inbox;

	final PlazaClient plaza;

	private final RunningSuite suite;

	Scene(RunningSuite suite) {
		this.suite = suite;
		this.inbox = InboxClient.at(suite.gateway());
		this.plaza = PlazaClient.at(suite.gateway());
	}

	void importBills() throws InterruptedException {
		FinanceClient finance = finance();
		finance.importFile("customers", this.customer.customersCsv()).clean();
		finance.importFile("bills", this.customer.billsCsv()).clean();
	}

	FinanceClient finance() throws InterruptedException {
		return this.plaza.finance(this.plaza.signIn(this.suite.financeEmail(), this.suite.financePassword()));
	}

	UUID startRegistration() throws InterruptedException {
		return this.plaza.register(new NewResident(this.email, PASSWORD, "Sam", "Scene"));
	}

	ResidentClient register() throws InterruptedException {
		return this.plaza.resident(this.plaza.confirm(startRegistration(), this.inbox.awaitCode(this.email)));
	}

	ResidentClient signIn() throws InterruptedException {
		return this.plaza.resident(this.plaza.signIn(this.email, PASSWORD));
	}

	ResidentClient registerAndLink() throws InterruptedException {
		importBills();
		ResidentClient resident = register();
		Poll.until("the link", Duration.ofSeconds(20), Duration.ofSeconds(5),
				() -> resident.link(this.customer.number(), this.customer.name()), (link) -> true);
		Poll.until("the bills", LIMIT, () -> bills(resident), (bills) -> true);
		return resident;
	}

	StartedPayment startPayment(ResidentClient resident) throws InterruptedException {
		return resident.startPayment(UUID.randomUUID().toString(),
				List.of(new Allocation(this.customer.firstBill(), Money.usd(25_000))));
	}

	void pay(StartedPayment payment) throws InterruptedException {
		URI checkout = Objects.requireNonNull(payment.checkoutUrl());
		HostedPage.pay(checkout, HostedPage.ACCEPTED);
	}

	BillList bills(ResidentClient resident) throws InterruptedException {
		return resident.bills(this.customer.number(), null);
	}

}
