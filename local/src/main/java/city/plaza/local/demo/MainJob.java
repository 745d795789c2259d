package city.plaza.local.demo;

import java.util.function.Consumer;

import city.plaza.local.api.Client;
import city.plaza.local.api.Finance;
import city.plaza.local.api.InboxReader;
import city.plaza.local.api.Residents;

/**
 * The main job from end to end: finance brings bills, a resident registers, links, looks
 * and pays, finance posts. Each walk makes its own resident, customer and bills.
 */
public final class MainJob {

	private final DemoSettings settings;

	private final Story story;

	/**
	 * A walk that has not begun.
	 * @param lines is given a line for each step
	 */
	public MainJob(DemoSettings settings, Consumer<String> lines) {
		this.settings = settings;
		this.story = new Story(lines);
	}

	/**
	 * Walks to the end.
	 * @return how many steps it took
	 * @throws city.plaza.local.api.UnexpectedAnswer if something is not as it should be
	 */
	public int walk() throws InterruptedException {
		Pair pair = Pair.fresh();
		InboxReader inbox = new InboxReader(this.settings.inbox());
		Residents residents = new Residents(Client.of(this.settings.gateway()), inbox);

		this.story.title("Finance brings bills");
		FinanceAct finance = new FinanceAct(this.story,
				new Finance(residents.signIn(this.settings.staffEmail(), this.settings.staffPassword())));
		this.story.tell("Finance signs in", this.settings.staffEmail());
		finance.bringPair(pair);

		this.story.title("A resident registers");
		String email = "demo-" + pair.run() + "@fairhaven.example";
		RegistrationAct registration = new RegistrationAct(this.story, residents, inbox);
		Client resident = registration.signOutAndIn(registration.register(email), email);

		this.story.title("The resident links an account and sees the bills");
		BillsAct bills = new BillsAct(this.story, resident);
		bills.link(pair);
		bills.look(pair);
		bills.lookAtSample();

		this.story.title("The resident pays");
		PaymentAct payment = new PaymentAct(this.story, resident, bills);
		payment.declined(pair);
		String reference = payment.accepted(pair);
		payment.receipt(inbox, email, reference);

		this.story.title("Finance posts");
		finance.post(pair, reference, bills.today(pair).path("asOf").asString(""));
		payment.posted(pair);
		payment.receipt(inbox, email, reference);
		return this.story.steps();
	}

}
