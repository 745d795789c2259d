package city.plaza.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;

import city.plaza.client.FinanceClient;
import city.plaza.client.ImportReport;
import city.plaza.client.InboxClient;
import city.plaza.client.NewResident;
import city.plaza.client.PlazaClient;
import city.plaza.client.UnexpectedResponse;

/**
 * Fills a fresh suite: imports the sample customers and bills as finance would, and
 * registers a resident. Loading again changes nothing.
 */
final class Samples {

	private static final int UNAUTHORIZED = 401;

	private final SuiteDescription suite;

	private final PlazaClient plaza;

	private final Consumer<String> lines;

	Samples(SuiteDescription suite, Consumer<String> lines) {
		this.suite = suite;
		this.plaza = PlazaClient.at(suite.gateway());
		this.lines = lines;
	}

	/**
	 * Loads all of it.
	 * @param directory of {@code customers.csv} and {@code bills.csv}
	 */
	void load(Path directory) throws IOException, InterruptedException {
		importFiles(directory);
		registerResident();
	}

	private void importFiles(Path directory) throws IOException, InterruptedException {
		SuiteDescription.Account staff = this.suite.staff();
		FinanceClient finance = this.plaza.finance(this.plaza.signIn(staff.email(), staff.password()));
		ImportReport customers = finance.importFile("customers", Files.readAllBytes(directory.resolve("customers.csv")))
			.clean();
		ImportReport bills = finance.importFile("bills", Files.readAllBytes(directory.resolve("bills.csv"))).clean();
		this.lines.accept("Imported the samples: %d customers and %d rows of bills."
			.formatted(customers.accepted() + customers.unchanged(), bills.accepted() + bills.unchanged()));
	}

	private void registerResident() throws InterruptedException {
		SuiteDescription.Account resident = this.suite.demoResident();
		if (isRegistered(resident)) {
			return;
		}
		UUID registration = this.plaza
			.register(new NewResident(resident.email(), resident.password(), "Pat", "Resident"));
		this.plaza.confirm(registration, InboxClient.at(this.suite.inbox()).awaitCode(resident.email()));
		this.lines.accept("Registered " + resident.email() + ".");
	}

	private boolean isRegistered(SuiteDescription.Account resident) throws InterruptedException {
		try {
			this.plaza.signIn(resident.email(), resident.password());
			return true;
		}
		catch (UnexpectedResponse ex) {
			if (ex.status() == UNAUTHORIZED) {
				return false;
			}
			throw ex;
		}
	}

}
