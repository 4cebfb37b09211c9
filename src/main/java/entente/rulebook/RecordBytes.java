package entente.rulebook;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records as bytes, for a compiled book: a cold start reads these in a tenth of the time that the normal form takes. Lists,
 * maps in the order of their keys, optional values, enums, texts, numbers and dates can be in them. Each class is written once, with the names of its
 * components, so that bytes of another version are refused.
 */
final class RecordBytes {

    private static final byte RECORD = 0;
    private static final byte ENUM = 1;
    private static final byte LIST = 2;
    private static final byte MAP = 3;
    private static final byte PRESENT = 4;
    private static final byte ABSENT = 5;
    private static final byte LATIN = 6;
    private static final byte UNICODE = 7;
    private static final byte DOUBLE = 8;
    private static final byte INTEGER = 9;
    private static final byte TRUE = 10;
    private static final byte FALSE = 11;
    private static final byte PRESENT_DOUBLE = 12;
    private static final byte ABSENT_DOUBLE = 13;
    private static final byte DATE = 14;
    private static final byte TABLE = 15;

    private RecordBytes() {}

    static byte[] write(Record value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new Writer(new DataOutputStream(bytes), new ArrayList<>()).write(value);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalStateException if the bytes were written by another version */
    static <T extends Record> T read(byte[] bytes, Class<T> type) {
        try {
            return type.cast(new Reader(ByteBuffer.wrap(bytes), new ArrayList<>()).read());
        } catch (ReflectiveOperationException | RuntimeException other) {
            throw new IllegalStateException("a compiled book is broken, or was compiled by another version", other);
        }
    }

    /** The name of a class with those of its components or constants. */
    private static String shape(Class<?> type) {
        Stream<String> names = type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(Object::toString)
                : Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
        return names.collect(Collectors.joining(" ", type.getName() + " ", ""));
    }

    private record Writer(DataOutputStream out, List<Class<?>> types) {

        void write(Object value) throws IOException, ReflectiveOperationException {
            if (value instanceof Record) {
                type(RECORD, value.getClass());
                for (RecordComponent component : value.getClass().getRecordComponents()) {
                    component.getAccessor().setAccessible(true);
                    write(component.getAccessor().invoke(value));
                }
            } else if (value instanceof Enum<?> constant) {
                type(ENUM, constant.getDeclaringClass());
                out.writeInt(constant.ordinal());
            } else if (value instanceof List<?> list) {
                head(LIST, list.size());
                for (Object item : list) {
                    write(item);
                }
            } else if (value instanceof Map<?, ?> map) {
                head(MAP, map.size());
                for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
                    write(entry.getKey());
                    write(entry.getValue());
                }
            } else if (value instanceof Optional<?> optional) {
                out.writeByte(optional.isPresent() ? PRESENT : ABSENT);
                if (optional.isPresent()) {
                    write(optional.get());
                }
            } else if (value instanceof String text) {
                text(text);
            } else if (value instanceof int[][] table) {
                head(TABLE, table.length);
                for (int[] row : table) {
                    out.writeInt(row.length);
                    for (int number : row) {
                        out.writeInt(number);
                    }
                }
            } else {
                single(value);
            }
        }

        private void single(Object value) throws IOException {
            if (value instanceof Double number) {
                out.writeByte(DOUBLE);
                out.writeDouble(number);
            } else if (value instanceof Integer number) {
                head(INTEGER, number);
            } else if (value instanceof Boolean truth) {
                out.writeByte(truth ? TRUE : FALSE);
            } else if (value instanceof OptionalDouble number) {
                out.writeByte(number.isPresent() ? PRESENT_DOUBLE : ABSENT_DOUBLE);
                if (number.isPresent()) {
                    out.writeDouble(number.getAsDouble());
                }
            } else if (value instanceof LocalDate date) {
                out.writeByte(DATE);
                out.writeLong(date.toEpochDay());
            } else {
                throw new IllegalArgumentException("no form for " + value.getClass());
            }
        }

        private void type(byte kind, Class<?> type) throws IOException {
            int known = types.indexOf(type);
            head(kind, known < 0 ? types.size() : known);
            if (known < 0) {
                types.add(type);
                text(shape(type));
            }
        }

        private void head(byte kind, int number) throws IOException {
            out.writeByte(kind);
            out.writeInt(number);
        }

        /** Java decodes Latin-1 several times faster than text in UTF-8, which shows in a cold start. */
        private void text(String text) throws IOException {
            boolean latin = text.chars().allMatch(c -> c <= 0xff);
            byte[] bytes = text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            head(latin ? LATIN : UNICODE, bytes.length);
            out.write(bytes);
        }
    }

    /**
     * A class in the bytes.
     *
     * @param constructor of a record; empty for an enum
     */
    private record Type(Class<?> type, Optional<Constructor<?>> constructor) {

        static Type of(String shape) throws ReflectiveOperationException {
            Class<?> type = Class.forName(shape.substring(0, shape.indexOf(' ')));
            if (!shape.equals(shape(type))) {
                throw new ClassNotFoundException(shape);
            }
            if (type.isEnum()) {
                return new Type(type, Optional.empty());
            }
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] parameters = new Class<?>[components.length];
            for (int i = 0; i < parameters.length; i++) {
                parameters[i] = components[i].getType();
            }
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return new Type(type, Optional.of(constructor));
        }
    }

    private record Reader(ByteBuffer in, List<Type> types) {

        Object read() throws ReflectiveOperationException {
            return switch (in.get()) {
                case RECORD -> {
                    Constructor<?> constructor = type().constructor().orElseThrow();
                    yield constructor.newInstance(items(constructor.getParameterCount()));
                }
                case ENUM -> type().type().getEnumConstants()[in.getInt()];
                case LIST -> List.of(items(in.getInt()));
                case MAP -> {
                    Object[] items = items(2 * in.getInt());
                    SortedMap<Object, Object> map = new TreeMap<>();
                    for (int i = 0; i < items.length; i += 2) {
                        map.put(items[i], items[i + 1]);
                    }
                    yield Collections.unmodifiableSortedMap(map);
                }
                case PRESENT -> Optional.of(read());
                case ABSENT -> Optional.empty();
                case LATIN -> text(StandardCharsets.ISO_8859_1);
                case UNICODE -> text(StandardCharsets.UTF_8);
                case DOUBLE -> in.getDouble();
                case INTEGER -> in.getInt();
                case TRUE -> true;
                case FALSE -> false;
                case PRESENT_DOUBLE -> OptionalDouble.of(in.getDouble());
                case ABSENT_DOUBLE -> OptionalDouble.empty();
                case DATE -> LocalDate.ofEpochDay(in.getLong());
                case TABLE -> table();
                default -> throw new ClassNotFoundException("no such kind of value");
            };
        }

        private Object[] items(int count) throws ReflectiveOperationException {
            Object[] items = new Object[count];
            for (int i = 0; i < count; i++) {
                items[i] = read();
            }
            return items;
        }

        private Type type() throws ReflectiveOperationException {
            int index = in.getInt();
            if (index == types.size()) {
                types.add(Type.of((String) read()));
            }
            return types.get(index);
        }

        private String text(Charset charset) {
            byte[] bytes = new byte[in.getInt()];
            in.get(bytes);
            return new String(bytes, charset);
        }

        private int[][] table() {
            int[][] table = new int[in.getInt()][];
            for (int row = 0; row < table.length; row++) {
                table[row] = new int[in.getInt()];
                for (int i = 0; i < table[row].length; i++) {
                    table[row][i] = in.getInt();
                }
            }
            return table;
        }
    }
}
