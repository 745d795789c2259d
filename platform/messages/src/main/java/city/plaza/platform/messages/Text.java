package city.plaza.platform.messages;

import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import org.jspecify.annotations.Nullable;

/**
 * One text with places for values. A page writes dozens of them, most with names and
 * numbers of bills: values that need no format of their own are put in between what is
 * written anyway. All else is written by a format of ICU, which one thread may use at a
 * time, and which is worth keeping: to write a number the first time takes it long.
 */
final class Text {

	/** As many as threads write at once. */
	private final Queue<MessageFormat> formats = new ConcurrentLinkedQueue<>();

	private final MessageFormat format;

	/**
	 * What stands before, between and after the values; null where one needs a format.
	 */
	private final @Nullable List<String> between;

	/** The index of each value. */
	private final List<Integer> places = new ArrayList<>();

	Text(MessageFormat format) {
		this.format = format;
		this.between = split(new MessagePattern(format.toPattern()));
	}

	/** Whether it is the same whatever the values are. */
	boolean isPlain() {
		return this.format.getArgumentNames().isEmpty();
	}

	/** Fills it in. */
	String write(Object... values) {
		return (this.between != null && areWrittenAsTheyAre(values)) ? join(this.between, values) : format(values);
	}

	private @Nullable List<String> split(MessagePattern pattern) {
		List<String> parts = new ArrayList<>();
		StringBuilder literal = new StringBuilder();
		String text = pattern.getPatternString();
		int from = 0;
		for (int i = 1; i < pattern.countParts(); i++) {
			MessagePattern.Part part = pattern.getPart(i);
			literal.append(text, from, part.getIndex());
			from = part.getLimit();
			if (part.getType() == MessagePattern.Part.Type.ARG_START) {
				MessagePattern.Part place = pattern.getPart(i + 1);
				if (part.getArgType() != MessagePattern.ArgType.NONE
						|| place.getType() != MessagePattern.Part.Type.ARG_NUMBER) {
					return null;
				}
				parts.add(literal.toString());
				literal.setLength(0);
				this.places.add(place.getValue());
				i = pattern.getLimitPartIndex(i);
				from = pattern.getPart(i).getLimit();
			}
		}
		parts.add(literal.toString());
		return parts;
	}

	private boolean areWrittenAsTheyAre(Object... values) {
		for (int place : this.places) {
			if (place >= values.length || values[place] instanceof Number || values[place] instanceof Date
					|| values[place] instanceof Calendar) {
				return false;
			}
		}
		return true;
	}

	private String join(List<String> parts, Object... values) {
		StringBuilder text = new StringBuilder(parts.getFirst());
		for (int i = 0; i < this.places.size(); i++) {
			text.append(values[this.places.get(i)]).append(parts.get(i + 1));
		}
		return text.toString();
	}

	private String format(Object... values) {
		MessageFormat own = this.formats.poll();
		if (own == null) {
			own = this.format.clone();
		}
		try {
			return own.format(values);
		}
		finally {
			this.formats.offer(own);
		}
	}

}
