package city.plaza.notification.notice;

import java.util.Map;

import city.plaza.notification.city.CitySettings;
import city.plaza.platform.messages.Language;
import city.plaza.platform.messages.Messages;

import org.springframework.stereotype.Component;

/** The subject of a notice in the language of its reader. */
@Component
public class Subjects {

	private final Messages messages;

	private final CitySettings city;

	public Subjects(Messages messages, CitySettings city) {
		this.messages = messages;
		this.city = city;
	}

	/**
	 * Writes a subject; residents see it in their list, so it holds no code.
	 * @param template of the notice
	 * @param language of its reader
	 * @param parameters of the notice
	 * @return one line, unless a parameter has several
	 */
	public String of(Template template, Language language, Map<String, Object> parameters) {
		String shown = template.shownInSubject();
		return this.messages.text(language, "subject." + template.code(), this.city.name().in(language),
				(shown != null) ? String.valueOf(parameters.get(shown)) : "");
	}

}
