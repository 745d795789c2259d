package city.plaza.accountlink.customer;

import java.util.List;

import city.plaza.platform.testing.GoldenSamples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerContractTests {

	@Test
	void readsTheGoldenSample() {
		JsonMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		String sample = GoldenSamples.sample("billing.customers", "CustomerChanged");
		assertThat(json.readValue(sample, CustomerChanged.class))
			.isEqualTo(new CustomerChanged("100234", List.of("100234-001"), "EXAMPLE CUSTOMER", "123 MAIN ST", 1));
	}

}
