package city.plaza.demo;

import java.time.LocalDate;
import java.util.function.Consumer;

import city.plaza.client.InboxClient;
import city.plaza.client.PlazaClient;
import city.plaza.client.ResidentClient;

/**
 * The main job from end to end: finance imports bills, a resident registers, links, looks
 * and pays, finance posts. Each walk makes its own resident, customer and bills.
 */
public final class MainJob {

	private final DemoSettings settings;

	private final Transcript transcript;

	/**
	 * A walk that has not begun.
	 * @param lines gets a line for each step
	 */
	public MainJob(DemoSettings settings, Consumer<String> lines) {
		this.settings = settings;
		this.transcript = new Transcript(lines);
	}

	/**
	 * Walks to the end.
	 * @return how many steps it took
	 * @throws StepFailed if something is not as it should be
	 */
	public int walk() throws InterruptedException {
		DemoCustomer customer = DemoCustomer.fresh();
		InboxClient inbox = InboxClient.at(this.settings.inbox());
		PlazaClient plaza = PlazaClient.at(this.settings.gateway());

		this.transcript.title("Finance imports bills");
		FinanceSteps finance = FinanceSteps.signIn(this.transcript, plaza, this.settings);
		finance.importBills(customer);

		this.transcript.title("A resident registers");
		String email = "demo-" + customer.run() + "@fairhaven.example";
		RegistrationSteps registration = new RegistrationSteps(this.transcript, plaza, inbox, email);
		ResidentClient resident = registration.signOutAndIn(registration.register());

		this.transcript.title("The resident links an account and sees the bills");
		BillSteps bills = new BillSteps(this.transcript, resident);
		bills.link(customer);
		bills.look(customer);
		bills.lookAtSample();

		this.transcript.title("The resident pays");
		PaymentSteps payment = new PaymentSteps(this.transcript, resident, customer);
		payment.declined();
		String reference = payment.accepted();
		payment.receipt(inbox, email, reference);

		this.transcript.title("Finance posts");
		LocalDate today = resident.bills(customer.number(), null).asOf();
		finance.post(customer, reference, today);
		payment.posted();
		payment.receipt(inbox, email, reference);
		return this.transcript.steps();
	}

}
