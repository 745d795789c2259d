package city.plaza.local;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class VerifyAuditTests {

	@Test
	void saysHowManyEntriesAreWhole() {
		assertThat(text("{\"whole\":true,\"entries\":12,\"head\":\"12:0f\",\"waiting\":0}"))
			.isEqualTo("12 entries are whole, up to 12:0f");
		assertThat(text("{\"whole\":true,\"entries\":0,\"waiting\":0}")).isEqualTo("0 entries are whole");
	}

	@Test
	void namesTheFirstEntryThatIsNot() {
		assertThat(text("""
				{"whole":false,"entries":3,"waiting":0,"finding":{"sequence":4,"kind":"changed","entry":"0198"}}"""))
			.isEqualTo("entry 4 is changed (0198); the 3 before are whole");
		assertThat(text("""
				{"whole":false,"entries":3,"waiting":0,"finding":{"sequence":4,"kind":"missing"}}"""))
			.isEqualTo("entry 4 is missing; the 3 before are whole");
	}

	private static String text(String verdict) {
		return VerifyAudit.text(JsonMapper.shared().readTree(verdict));
	}

}
