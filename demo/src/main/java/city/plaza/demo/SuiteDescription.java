package city.plaza.demo;

import java.net.URI;
import java.util.Objects;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the demo needs to know of a suite on this machine, of all that
 * {@code ./plaza info --json} prints.
 *
 * @param gateway its public address
 * @param inbox where its emails are shown
 * @param demoResident the resident of the sample data
 * @param staff a member of finance staff
 */
record SuiteDescription(URI gateway, URI inbox, Account demoResident, Account staff) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	SuiteDescription {
		Objects.requireNonNull(gateway);
		Objects.requireNonNull(inbox);
		Objects.requireNonNull(demoResident);
		Objects.requireNonNull(staff);
	}

	/**
	 * Reads it.
	 * @throws UsageException if it is none
	 */
	static SuiteDescription read(byte[] json) {
		try {
			SuiteDescription suite = JSON.readValue(json, SuiteDescription.class);
			if (suite != null) {
				return suite;
			}
		}
		catch (JacksonException ex) {
			// It is none either.
		}
		throw new UsageException("On standard input belongs what ./plaza info --json prints.");
	}

	/** Who can sign in. */
	record Account(String email, String password) {
	}

}
