package city.plaza.portal.city;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CityColoursTests {

	@Test
	void measuresContrastAsWcagDoes() {
		assertThat(CityColours.contrast("#000000", "#ffffff")).isEqualTo(21, within(0.01));
		assertThat(CityColours.contrast("#777777", "#ffffff")).isEqualTo(4.48, within(0.01));
	}

	@Test
	void refusesColoursThatCannotBeRead() {
		assertThat(new CityColours("#17324d", "#ffffff", "#0f6b4f", "#1a5a96", "#8cc4ff").isReadable()).isTrue();
		assertThat(new CityColours("#17324d", "#334455", "#0f6b4f", "#1a5a96", "#8cc4ff").isReadable()).isFalse();
		assertThat(new CityColours("#17324d", "#ffffff", "#0f6b4f", "#777777", "#8cc4ff").isReadable()).isFalse();
		assertThat(new CityColours("#17324d", "#ffffff", "#0f6b4f", "#1a5a96", "#1a5a96").isReadable()).isFalse();
	}

}
