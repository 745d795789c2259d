package city.plaza.platform.events.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import city.plaza.platform.events.CloudEventHeaders;
import city.plaza.platform.events.Event;
import city.plaza.platform.events.Traceparent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the events of one transaction from what was polled. */
class ReadBatch {

	private final EventConsumer consumer;

	private final EventReader reader;

	private final long mostBytes;

	/**
	 * For one consumer.
	 * @param mostBytes of the bodies of a batch; one event is read however large it is
	 */
	ReadBatch(EventConsumer consumer, EventReader reader, long mostBytes) {
		this.consumer = consumer;
		this.reader = reader;
		this.mostBytes = mostBytes;
	}

	/**
	 * Reads as many events as fit. It ends before one that cannot be read, so that those
	 * before it are applied.
	 * @param records as polled
	 * @param from the index of the first
	 * @param most events
	 * @throws RuntimeException if the first record cannot be read
	 */
	Batch read(List<ConsumerRecord<String, byte[]>> records, int from, int most) {
		List<Batch.Entry<?>> entries = new ArrayList<>();
		long bytes = 0;
		int index = from;
		while (index < records.size() && entries.size() < most) {
			ConsumerRecord<String, byte[]> record = records.get(index);
			bytes += Math.max(0, record.serializedValueSize());
			if (index > from && bytes > this.mostBytes) {
				break;
			}
			try {
				entry(record, index).ifPresent(entries::add);
			}
			catch (RuntimeException ex) {
				if (index == from) {
					throw ex;
				}
				break;
			}
			index++;
		}
		return new Batch(entries, index);
	}

	private Optional<Batch.Entry<?>> entry(ConsumerRecord<String, byte[]> record, int index) {
		EventReader.checkVersion(record.headers());
		UUID id = EventReader.id(record.headers());
		String type = EventReader.type(record.headers());
		return this.consumer.reading(type).map((reading) -> entry(record, index, id, type, reading));
	}

	private <T> Batch.Entry<T> entry(ConsumerRecord<String, byte[]> record, int index, UUID id, String type,
			EventConsumer.Reading<T> reading) {
		Event<T> event = this.reader.read(record, type, reading.data());
		Traceparent trace = new Traceparent(CloudEventHeaders.read(record.headers(), Traceparent.HEADER));
		return new Batch.Entry<>(index, id, event, reading, trace);
	}

}
