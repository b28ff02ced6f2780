# The same figures by base R and the packages survey and psych.
# Rscript reference-values.R <input.json> <output.json>
# Input: function name -> data sets. Output: function name -> one named list of numbers per data set.
suppressPackageStartupMessages({
  library(jsonlite)
  library(survey)
  library(psych)
})

numbers <- function(values) as.numeric(unlist(values))
rows <- function(lists) do.call(rbind, lapply(lists, numbers))
limits <- function(interval) list(lower = interval[1], upper = interval[2])

# prop.test corrects by at most the distance to its null hypothesis; a hypothesis at the far end leaves the full half.
far_end <- function(x, n) if (x / n > 0.5) 1e-9 else 1 - 1e-9

wilson <- function(x, n, confidence) prop.test(x, n, conf.level = confidence, correct = FALSE)$conf.int

counted <- function(n, effective, population) if (is.null(population)) effective else effective / (1 - n / population)

reference <- list(
  "wilson" = function(d) limits(wilson(d$successes, d$n, d$confidence)),

  "wilson-corrected" = function(d) {
    limits(prop.test(d$successes, d$n, p = far_end(d$successes, d$n), conf.level = d$confidence, correct = TRUE)$conf.int)
  },

  "wilson-effective-finite" = function(d) {
    m <- counted(d$n, d$effectiveN, d$population)
    limits(wilson(d$successes / d$n * m, m, d$confidence))
  },

  "newcombe" = function(d) {
    side <- function(s) {
      m <- counted(s$n, s$effectiveN, s$population)
      p <- s$successes / s$n
      c(p, wilson(p * m, m, d$confidence))
    }
    a <- side(d$first)
    b <- side(d$second)
    difference <- a[1] - b[1]
    list(
      difference = difference,
      lower = difference - sqrt((a[1] - a[2])^2 + (b[3] - b[1])^2),
      upper = difference + sqrt((a[3] - a[1])^2 + (b[1] - b[2])^2)
    )
  },

  "mean-interval" = function(d) {
    test <- t.test(numbers(d$values), conf.level = d$confidence)
    c(list(mean = unname(test$estimate)), limits(test$conf.int))
  },

  "gap" = function(d) {
    test <- t.test(numbers(d$importance), numbers(d$performance), paired = TRUE)
    c(list(gap = unname(test$estimate)), limits(test$conf.int))
  },

  "welch" = function(d) {
    test <- t.test(numbers(d$first), numbers(d$second), conf.level = d$confidence)
    c(list(t = unname(test$statistic), degrees = unname(test$parameter), p = test$p.value), limits(test$conf.int))
  },

  "mann-whitney" = function(d) {
    test <- wilcox.test(numbers(d$first), numbers(d$second), exact = FALSE)
    list(w = unname(test$statistic), p = test$p.value)
  },

  "chi-square" = function(d) {
    test <- chisq.test(rows(d$table), correct = d$yates)
    list(
      chiSquare = unname(test$statistic), degrees = unname(test$parameter), p = test$p.value,
      thin = sum(test$expected < 5), smallest = min(test$expected)
    )
  },

  "benjamini-hochberg" = function(d) {
    adjusted <- p.adjust(numbers(d$p), "BH")
    c(setNames(as.list(adjusted), seq_along(adjusted) - 1), list(rejected = sum(adjusted <= 0.05)))
  },

  "kish" = function(d) {
    w <- numbers(d$weights)
    list(designEffect = length(w) * sum(w^2) / sum(w)^2, effectiveN = sum(w)^2 / sum(w^2))
  },

  "weighted-mean" = function(d) {
    data <- data.frame(y = numbers(d$values), w = numbers(d$weights))
    design <- svydesign(ids = ~1, weights = ~w, data = data)
    mean <- svymean(~y, design, deff = "replace")
    c(
      list(mean = unname(coef(mean)), variance = vcov(mean)[1, 1], designEffect = unname(deff(mean))),
      limits(as.numeric(confint(mean, level = d$confidence, df = degf(design))))
    )
  },

  "mean-of-a-part" = function(d) {
    data <- data.frame(y = numbers(d$values), w = numbers(d$weights), part = numbers(d$part))
    design <- subset(svydesign(ids = ~1, weights = ~w, data = data), part == 1)
    mean <- svymean(~y, design)
    list(mean = unname(coef(mean)), variance = vcov(mean)[1, 1], degrees = degf(design))
  },

  "stratified-mean" = function(d) {
    data <- data.frame(y = numbers(d$values), w = numbers(d$weights), s = numbers(d$strata))
    data$size <- numbers(d$populations)[data$s + 1]
    design <- svydesign(ids = ~1, strata = ~s, weights = ~w, data = data)
    plain <- svymean(~y, design)
    finite <- svymean(~y, svydesign(ids = ~1, strata = ~s, weights = ~w, fpc = ~size, data = data))
    list(mean = unname(coef(plain)), variance = vcov(plain)[1, 1], degrees = degf(design), finite = vcov(finite)[1, 1])
  },

  "stratum-weights" = function(d) {
    data <- data.frame(s = numbers(d$strata))
    data$size <- numbers(d$populations)[data$s + 1]
    w <- weights(svydesign(ids = ~1, strata = ~s, fpc = ~size, data = data))
    setNames(as.list(unname(w)), seq_along(w) - 1)
  },

  "raking" = function(d) {
    codes <- lapply(d$codes, function(column) factor(numbers(column)))
    data <- as.data.frame(setNames(codes, paste0("v", seq_along(codes))))
    data$w <- numbers(d$weights)
    margins <- lapply(seq_along(codes), function(i) {
      # People without a category (-1) come first among the levels; their target is their weighted share.
      level <- levels(codes[[i]])
      target <- numbers(d$targets[[i]])
      if (level[1] == "-1") {
        missing <- sum(data$w[codes[[i]] == "-1"]) / sum(data$w)
        total <- sum(target)
        target <- c(missing * total, target * (1 - missing))
      }
      setNames(data.frame(level, target), c(paste0("v", i), "Freq"))
    })
    formulas <- lapply(seq_along(codes), function(i) as.formula(paste0("~v", i)))
    design <- svydesign(ids = ~1, weights = ~w, data = data)
    # rake() multiplies a tolerance below 1 by the sum of the base weights; it is meant as a part of the targets.
    tolerance <- 1e-9 * sum(numbers(d$targets[[1]])) / sum(data$w)
    raked <- rake(design, formulas, margins, control = list(maxit = 5000, epsilon = tolerance, verbose = FALSE))
    w <- unname(weights(raked))
    c(
      setNames(as.list(w), seq_along(w) - 1),
      list(designEffect = length(w) * sum(w^2) / sum(w)^2, mean = sum(w * numbers(d$values)) / sum(w))
    )
  },

  "cronbach-alpha" = function(d) {
    total <- psych::alpha(as.data.frame(rows(d$people)), check.keys = FALSE, warnings = FALSE)$total
    list(raw = total$raw_alpha, standardised = total$std.alpha)
  },

  "spearman-brown" = function(d) {
    people <- rows(d$people)
    r <- cor(people)[1, 2]
    total <- psych::alpha(as.data.frame(people), check.keys = FALSE, warnings = FALSE)$total
    list(reliability = 2 * r / (1 + r), byAlpha = total$std.alpha)
  },

  "cohen-kappa" = function(d) {
    table <- rows(d$table)
    k <- nrow(table)
    linear <- 1 - abs(outer(1:k, 1:k, "-")) / (k - 1)
    quadratic <- psych::cohen.kappa(table)
    list(none = quadratic$kappa, quadratic = quadratic$weighted.kappa, linear = psych::cohen.kappa(table, w = linear)$weighted.kappa)
  }
)

# What R cannot say either (NaN) travels as null.
finite_or_na <- function(value) if (is.finite(value)) value else NA_real_

paths <- commandArgs(trailingOnly = TRUE)
input <- fromJSON(paths[1], simplifyVector = FALSE)
output <- lapply(setNames(names(input), names(input)), function(name) {
  lapply(input[[name]], function(data) lapply(suppressWarnings(reference[[name]](data)), finite_or_na))
})
write_json(output, paths[2], auto_unbox = TRUE, digits = NA, na = "null")
