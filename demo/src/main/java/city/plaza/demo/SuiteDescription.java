package city.plaza.demo;

import java.net.URI;

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

	static SuiteDescription read(byte[] json) {
		return JSON.readValue(json, SuiteDescription.class);
	}

	/** Who can sign in. */
	record Account(String email, String password) {
	}

}
