package city.plaza.portal.city;

import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** A text that is given without a language is in English. */
@Component
@ConfigurationPropertiesBinding
class CityTextConverter implements Converter<String, CityText> {

	@Override
	public CityText convert(String text) {
		return new CityText(text, null);
	}

}
