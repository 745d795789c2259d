package city.plaza.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import city.plaza.local.api.Answer;
import city.plaza.local.api.Client;
import city.plaza.local.api.Finance;
import city.plaza.local.api.InboxReader;
import city.plaza.local.api.Residents;
import city.plaza.local.api.UnexpectedAnswer;
import city.plaza.local.service.Accounts;
import city.plaza.local.terminal.Terminal;

/**
 * Fills a suite that came up for the first time: the sample customers and bills, imported
 * as finance would, and a resident who registered as anybody would.
 */
final class FirstSteps {

	private static final int CREATED = 201;

	private final Place place;

	private final Terminal terminal;

	private final Residents residents;

	FirstSteps(Place place, Terminal terminal) {
		this.place = place;
		this.terminal = terminal;
		URI gateway = URI.create("http://localhost:" + place.ports().gateway());
		this.residents = new Residents(Client.of(gateway), new InboxReader(place.inbox()));
	}

	/** Does what has not been done yet; says so and goes on where it cannot. */
	void take() throws IOException, InterruptedException {
		try {
			importSamples();
			registerResident();
		}
		catch (UnexpectedAnswer ex) {
			this.terminal.trouble("The samples are not complete: " + ex.getMessage());
		}
	}

	private void importSamples() throws IOException, InterruptedException {
		Path done = this.place.home().data("samples-imported");
		Path samples = this.place.repository().resolve("local/samples");
		if (Files.exists(done) || !Files.isDirectory(samples)) {
			return;
		}
		Answer session = this.residents.trySignIn(Accounts.STAFF_EMAIL, Accounts.STAFF_PASSWORD);
		Finance finance = new Finance(this.residents.signedIn(session.expect(CREATED)));
		Finance.Imported customers = finance.bring("customers", Files.readAllBytes(samples.resolve("customers.csv")));
		Finance.Imported bills = finance.bring("bills", Files.readAllBytes(samples.resolve("bills.csv")));
		this.terminal.line("Imported the samples: %d customers and %d rows of bills.".formatted(
				customers.clean().accepted() + customers.unchanged(), bills.clean().accepted() + bills.unchanged()));
		Files.createFile(done);
	}

	private void registerResident() throws IOException, InterruptedException {
		Path done = this.place.home().data("resident-registered");
		if (Files.exists(done)) {
			return;
		}
		Answer session = this.residents.trySignIn(Accounts.RESIDENT_EMAIL, Accounts.RESIDENT_PASSWORD);
		if (session.status() != CREATED) {
			this.residents.registerWhole(Accounts.RESIDENT_EMAIL, Accounts.RESIDENT_PASSWORD, "Pat", "Resident");
			this.terminal.line("Registered " + Accounts.RESIDENT_EMAIL + ".");
		}
		Files.createFile(done);
	}

}
