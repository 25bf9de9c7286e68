package org.gongbao.linkeddata;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.jspecify.annotations.Nullable;

/** SPARQL's functions on texts that, as Jena has them, know no bound of time or memory. */
final class BoundedFunctions {

    private BoundedFunctions() {}

    private static Node literal(NodeValue value) {
        Node node = value.asNode();
        if (!node.isLiteral() || !value.isString() && !value.isLangString()) {
            throw new ExprEvalException("not a string: " + value);
        }
        return node;
    }

    private static String text(NodeValue value) {
        return literal(value).getLiteralLexicalForm();
    }

    private static NodeValue like(Node model, String text) {
        return NodeValue.makeNode(
                model.getLiteralLanguage().isEmpty()
                        ? NodeFactory.createLiteralDT(text, model.getLiteralDatatype())
                        : NodeFactory.createLiteralLang(text, model.getLiteralLanguage()));
    }

    /** A function with a pattern as its second argument, compiled once as long as it stays the same. */
    private abstract static class Matching extends ExprFunctionN {

        final QueryBounds bounds;
        private @Nullable Pattern compiled;
        private String flagsCompiled = "";

        Matching(String name, ExprList args, QueryBounds bounds) {
            super(name, args);
            this.bounds = bounds;
        }

        Matcher matcher(String text, NodeValue pattern, @Nullable NodeValue flags) {
            String wanted = text(pattern);
            String wantedFlags = flags == null ? "" : text(flags);
            Pattern known = compiled;
            if (known == null || !known.pattern().equals(wanted) || !flagsCompiled.equals(wantedFlags)) {
                known = compile(wanted, wantedFlags);
                compiled = known;
                flagsCompiled = wantedFlags;
            }
            return known.matcher(new BoundedText(text, bounds));
        }

        /** Flags of XPath and XQuery Functions and Operators 3.1, 5.6.1.1. */
        private static Pattern compile(String pattern, String flags) {
            int mask = 0;
            for (char flag : flags.toCharArray()) {
                mask |= switch (flag) {
                    case 's' -> Pattern.DOTALL;
                    case 'm' -> Pattern.MULTILINE;
                    case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                    case 'x' -> Pattern.COMMENTS;
                    case 'q' -> Pattern.LITERAL;
                    default -> throw new ExprEvalException("unknown flag " + flag + ", expected some of smixq");
                };
            }
            try {
                return Pattern.compile(pattern, mask);
            } catch (PatternSyntaxException e) {
                throw new ExprEvalException("wrong pattern: " + e.getMessage());
            }
        }
    }

    /** REGEX. */
    static final class Regex extends Matching {

        Regex(ExprList args, QueryBounds bounds) {
            super("regex", args, bounds);
        }

        @Override
        public NodeValue eval(List<NodeValue> args) {
            NodeValue flags = args.size() > 2 ? args.get(2) : null;
            return NodeValue.makeBoolean(
                    matcher(text(args.get(0)), args.get(1), flags).find());
        }

        @Override
        public Expr copy(ExprList args) {
            return new Regex(args, bounds);
        }
    }

    /** REPLACE. */
    static final class Replace extends Matching {

        Replace(ExprList args, QueryBounds bounds) {
            super("replace", args, bounds);
        }

        @Override
        public NodeValue eval(List<NodeValue> args) {
            Node from = literal(args.get(0));
            NodeValue flags = args.size() > 3 ? args.get(3) : null;
            Matcher matcher = matcher(from.getLiteralLexicalForm(), args.get(1), flags);
            String by = text(args.get(2));
            StringBuilder text = new StringBuilder();
            try {
                boolean isFirst = true;
                while (matcher.find()) {
                    // Behind the first match, one of nothing is passed over, as Jena does.
                    if (isFirst || matcher.end() > matcher.start()) {
                        matcher.appendReplacement(text, by);
                        bounds.checkText(text.length());
                    }
                    isFirst = false;
                }
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new ExprEvalException("wrong replacement: " + e.getMessage());
            }
            return like(from, matcher.appendTail(text).toString());
        }

        @Override
        public Expr copy(ExprList args) {
            return new Replace(args, bounds);
        }
    }

    /** CONCAT, which doubles a text in a chain of thirty a billion times. */
    static final class Concat extends ExprFunctionN {

        private final QueryBounds bounds;

        Concat(ExprList args, QueryBounds bounds) {
            super("concat", args);
            this.bounds = bounds;
        }

        @Override
        public NodeValue eval(List<NodeValue> args) {
            long length = 0;
            for (NodeValue arg : args) {
                length += arg.asString().length();
            }
            bounds.checkText(length);
            return XSDFuncOp.strConcat(args);
        }

        @Override
        public Expr copy(ExprList args) {
            return new Concat(args, bounds);
        }
    }

    /** The argument of GROUP_CONCAT, counted over all rows and groups: they are all kept until the end. */
    static final class Counted extends ExprFunction1 {

        private final QueryBounds bounds;
        private long characters;

        Counted(Expr arg, QueryBounds bounds) {
            super(arg, "counted");
            this.bounds = bounds;
        }

        @Override
        public NodeValue eval(NodeValue arg) {
            characters += arg.asString().length() + 1L;
            bounds.checkText(characters);
            return arg;
        }

        @Override
        public Expr copy(Expr arg) {
            return new Counted(arg, bounds);
        }
    }
}
